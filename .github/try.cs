#!/usr/bin/env dotnet
#:project trials/Trials.csproj
#:property PublishAot=false

// Tries the grader: every attack in trials/attacks, and the controls. dotnet run --file .github/try.cs
return Trials.Program.Run(args);
