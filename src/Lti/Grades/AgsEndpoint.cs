using System.Collections.Frozen;

namespace Lti.Grades;

/// <summary>The gradebook's end points of one launch (AGS 2.0, 3.1, claim <c>endpoint</c>).</summary>
public sealed record AgsEndpoint
{
    /// <summary>What we may do here: values of <see cref="AgsScopes"/>.</summary>
    public IReadOnlySet<string> Scopes { get; init; } = FrozenSet<string>.Empty;

    /// <summary>The course's container of line items; may carry a query.</summary>
    public Uri? LineItems { get; init; }

    /// <summary>The link's own line item, when it has exactly one; may carry a query.</summary>
    public Uri? LineItem { get; init; }

    /// <summary>Whether line items can be made and changed.</summary>
    public bool MayManageLineItems => LineItems is not null && Scopes.Contains(AgsScopes.LineItem);

    /// <summary>Whether scores can be sent.</summary>
    public bool MayScore => Scopes.Contains(AgsScopes.Score);

    /// <summary>Whether the gradebook can be read back.</summary>
    public bool MayReadResults => Scopes.Contains(AgsScopes.ResultReadOnly);
}
