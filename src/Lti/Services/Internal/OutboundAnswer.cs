using System.Net.Http.Headers;

namespace Lti.Services.Internal;

/// <summary>What became of an outbound call. Closed.</summary>
internal abstract record OutboundAnswer
{
    private OutboundAnswer()
    {
    }

    /// <summary>There was an HTTP answer of any status, within the limits.</summary>
    public sealed record Received(int Status, HttpResponseHeaders Headers, byte[] Body) : OutboundAnswer;

    /// <summary>There was none. <paramref name="Permanent"/>: repeating the call cannot help.</summary>
    public sealed record Failed(string Reason, bool Permanent) : OutboundAnswer;
}
