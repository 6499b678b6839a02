using Lti.Platforms;
using Lti.Services;

namespace Lti.Grades.Internal;

/// <summary>Looks for a column before it makes one: a duplicate column in a gradebook is a thing that teachers never forgive.</summary>
internal sealed class LineItemFinder(GradeService grades)
{
    // A few locks for all courses: whoever shares one by chance waits a moment.
    private readonly SemaphoreSlim[] _gates = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    public async Task<ServiceAnswer<LineItem>> FindOrCreateAsync(
        Platform platform, AgsEndpoint ags, LineItem wanted, CancellationToken cancel)
    {
        if (ags.LineItems is not { } container)
            return new ServiceAnswer<LineItem>.Refused(0, "The LMS offers no gradebook columns to this tool in this course.", null);

        var gate = _gates[(int)((uint)HashCode.Combine(platform.Id, container) % (uint)_gates.Length)];
        await gate.WaitAsync(cancel);
        try
        {
            return await FindAsync(platform, container, wanted, cancel) switch
            {
                ServiceAnswer<LineItem?>.Ok { Value: { } found, Status: var status } => new ServiceAnswer<LineItem>.Ok(found, status),
                ServiceAnswer<LineItem?>.Ok when !ags.MayManageLineItems => new ServiceAnswer<LineItem>.Refused(
                    0, "The LMS does not let this tool make gradebook columns: its administrator can allow it.", null),
                ServiceAnswer<LineItem?>.Ok => await grades.CreateLineItemAsync(platform, container, wanted, cancel),
                var failure => failure.Failure<LineItem>(),
            };
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task<ServiceAnswer<LineItem?>> FindAsync(Platform platform, Uri container, LineItem wanted, CancellationToken cancel)
    {
        if (wanted.ResourceLinkId is not null)
        {
            var ofLink = await grades.ListLineItemsAsync(platform, container, wanted.ResourceLinkId, null, null, cancel);
            if (ofLink is not ServiceAnswer<IReadOnlyList<LineItem>>.Ok { Value: var items })
                return ofLink.Failure<LineItem?>();
            if (LineItemMatch.OfLink(items, wanted) is { } found)
                return new ServiceAnswer<LineItem?>.Ok(found, 200);
        }

        if (wanted.ResourceId is not null)
        {
            var ofResource = await grades.ListLineItemsAsync(platform, container, null, wanted.ResourceId, wanted.Tag, cancel);
            if (ofResource is not ServiceAnswer<IReadOnlyList<LineItem>>.Ok { Value: var items })
                return ofResource.Failure<LineItem?>();
            if (LineItemMatch.OfResource(items, wanted) is { } found)
                return new ServiceAnswer<LineItem?>.Ok(found, 200);
        }

        return new ServiceAnswer<LineItem?>.Ok(null, 200);
    }
}
