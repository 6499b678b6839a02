namespace Lti.Tests.Drivers;

/// <summary>A clock that a test moves. Starts at the real time, because other people's libraries read the real one.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long _moved;
    private readonly DateTimeOffset _start = System.GetUtcNow();

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _start.AddTicks(Interlocked.Read(ref _moved));

    public override long GetTimestamp() => Interlocked.Read(ref _moved);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _moved, by.Ticks);
}
