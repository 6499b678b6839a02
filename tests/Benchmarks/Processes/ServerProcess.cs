namespace Benchmarks.Processes;

/// <summary>A program that answers at an address.</summary>
internal abstract class ServerProcess : ChildProcess
{
    protected ServerProcess(string name, Uri address, string folder, IReadOnlyDictionary<string, string> settings, params ReadOnlySpan<string> command)
        : base(name, folder, settings, command) => Address = address;

    public Uri Address { get; }
}
