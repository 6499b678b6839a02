using System.Threading.Channels;

namespace MentorCourseLti.Delivery;

/// <summary>Wakes the deliverer: rung when a grade is committed, and by the tick that is the safety net.</summary>
public sealed class DeliveryBell
{
    // One place: whoever is awake looks at everything, so further rings say nothing new.
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Ring() => rings.Writer.TryWrite(true);

    public ValueTask<bool> WaitAsync(CancellationToken cancel) => rings.Reader.ReadAsync(cancel);
}
