namespace Grader;

/// <summary>A submission, or a request, that cannot be graded. The message is one clear sentence for the learner.</summary>
public sealed class Refused(string sentence) : Exception(sentence);
