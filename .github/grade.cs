#!/usr/bin/env dotnet
#:project grader/Grader.csproj
#:property PublishAot=false

// Grades a submission: dotnet run --file .github/grade.cs -- --help
// What it does is in the folder beside it; GRADING.md says how to use it and what may be trusted.
return await Grader.Program.Run(args);
