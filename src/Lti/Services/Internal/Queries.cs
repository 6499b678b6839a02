using System.Globalization;

namespace Lti.Services.Internal;

/// <summary>Queries of platforms' addresses, which may carry one already.</summary>
internal static class Queries
{
    /// <summary>Adds a query parameter to whatever query there is.</summary>
    public static Uri With(this Uri address, string name, string? value)
    {
        if (value is null)
            return address;
        var text = address.GetLeftPart(UriPartial.Query);
        var separator = text.EndsWith('?') ? "" : address.Query.Length == 0 ? "?" : "&";
        return new Uri($"{text}{separator}{name}={Uri.EscapeDataString(value)}");
    }

    public static Uri With(this Uri address, string name, int? value) =>
        address.With(name, value?.ToString(CultureInfo.InvariantCulture));
}
