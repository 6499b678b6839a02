namespace MentorCourseLti.Hosting;

/// <summary>A setting is missing or wrong; the message names it. The program ends with it before it serves anything.</summary>
public sealed class SettingsException(string message) : Exception(message);
