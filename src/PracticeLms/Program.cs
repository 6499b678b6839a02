using PracticeLms;

try
{
    await using var app = PracticeLmsBuilder.Build(args);
    await app.StartAsync();
    Greeting.Print(app);
    await app.WaitForShutdownAsync();
    return 0;
}
catch (Exception fault) when (fault is OptionsException or IOException or UnauthorizedAccessException or InvalidDataException or FormatException)
{
    // A wrong setting, a port or a data folder in use: the sentence is all that helps.
    await Console.Error.WriteLineAsync($"The practice LMS did not start. {fault.Message}");
    return 1;
}
