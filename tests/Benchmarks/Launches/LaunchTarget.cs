using Benchmarks.Processes;

namespace Benchmarks.Launches;

/// <summary>A tool that is launched into: ours, or the null tool.</summary>
/// <param name="PagePrefix">How the address of its first page begins.</param>
/// <param name="ShowsNames">Whether its page names the mentor.</param>
internal sealed record LaunchTarget(string Name, ServerProcess Process, string PagePrefix, bool ShowsNames);
