namespace MentorCourseLti.Commands;

/// <summary>A command was used in a wrong way; the message says how it is used.</summary>
internal sealed class CommandException(string message) : Exception(message);
