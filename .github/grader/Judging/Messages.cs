using System.Text.Json.Serialization;
using Sensei.Path;

namespace Grader.Judging;

/// <summary>What the judge's process is asked for, by its standard input.</summary>
/// <param name="Line">The name of the pipe to answer by.</param>
/// <param name="Key">The key to seal the answers with.</param>
/// <param name="Folder">The folder with the lesson's two assemblies.</param>
/// <param name="Koans">The koans to judge, in order: type, method, and place on the path.</param>
internal sealed record Request(string Line, byte[] Key, string Folder, IReadOnlyList<Wanted> Koans);

/// <summary>A koan to judge.</summary>
/// <param name="Type">The full name of its class.</param>
/// <param name="Method">Its name.</param>
/// <param name="Place">Where it stands on the path.</param>
internal sealed record Wanted(string Type, string Method, Place Place);

/// <summary>What the judge's process tells.</summary>
[JsonDerivedType(typeof(Begun), "begun")]
[JsonDerivedType(typeof(Found), "found")]
[JsonDerivedType(typeof(Failed), "failed")]
[JsonDerivedType(typeof(Done), "done")]
internal abstract record Message;

/// <summary>A koan is being judged from now on.</summary>
internal sealed record Begun(string Koan) : Message;

/// <summary>A koan has been judged.</summary>
/// <param name="Koan">Its method.</param>
/// <param name="Record">Sensei's record of it, as JSON.</param>
internal sealed record Found(string Koan, string Record) : Message;

/// <summary>A koan could not be judged: the machinery itself has failed at it.</summary>
internal sealed record Failed(string Koan, string Why) : Message;

/// <summary>Every koan has been judged.</summary>
internal sealed record Done : Message;
