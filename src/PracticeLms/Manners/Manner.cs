using System.Text.Json.Nodes;
using PracticeLms.Courses;
using PracticeLms.Gradebooks;
using PracticeLms.Launching;
using PracticeLms.Services;

namespace PracticeLms.Manners;

/// <summary>How one make of LMS behaves, wherever the specification leaves room or the make departs from it.</summary>
public abstract class Manner
{
    public static readonly Manner Moodle = new MoodleManner();
    public static readonly Manner Canvas = new CanvasManner();

    private protected Manner()
    {
    }

    /// <summary><c>moodle</c> or <c>canvas</c>; also the product family code of launches.</summary>
    public abstract string Name { get; }

    public abstract string Title { get; }

    // Launches.

    /// <summary>A launch id is spent by its first use: back and reload must start anew.</summary>
    public abstract bool LaunchesOnce { get; }

    /// <param name="module">The link's number; 0 where there is no link yet.</param>
    public abstract string MessageHint(string launchId, int module);

    public abstract string? LaunchIdIn(string messageHint);

    /// <summary>Adds this make's own fields to the login initiation.</summary>
    public abstract void AddToLogin(IDictionary<string, string> fields);

    /// <summary>Turns the common claims into this make's.</summary>
    public abstract void Shape(JsonObject claims, Launch launch);

    /// <summary>The custom values that an administrator enters by hand, as the tool's guide for this make says.</summary>
    public abstract IReadOnlyDictionary<string, string> CustomByHand { get; }

    /// <summary>What this make puts in for a variable; none where it leaves it to LTI's own.</summary>
    public abstract string? Variable(string name, Launch launch, string issuer);

    /// <summary>What a deep linking request gives to be handed back; none in makes that give nothing.</summary>
    public abstract string? PickData(string pickId);

    /// <summary>A tool that registers itself waits for an administrator to activate it.</summary>
    public abstract bool HoldsToolsBack { get; }

    // Tokens.

    public abstract string TokenContentType { get; }

    /// <summary>How far a tool's clock may be ahead or behind.</summary>
    public abstract TimeSpan ClockLeeway { get; }

    // Addresses: paths, and the query that goes behind each of them.

    public abstract string LineItemsPath(string courseId);

    public abstract string LineItemPath(string courseId, string lineItemId);

    public abstract string MembershipsPath(string courseId);

    public abstract string Query { get; }

    // What a service takes and gives.

    /// <summary>Whether the tool may ask for this media type with its Accept header.</summary>
    public abstract bool Serves(string? accept, string mediaType);

    /// <summary>Whether a body of this content type is read.</summary>
    public abstract bool Reads(string? contentType, string mediaType);

    /// <summary>The Link header that names the next page.</summary>
    public abstract string NextLink(string url);

    /// <summary>How many things a page holds when the tool names no limit; nothing means all.</summary>
    public abstract int? PageSize { get; }

    public abstract JsonObject ErrorBody(Refusal refusal);

    // Grades.

    /// <summary>A score for somebody who is not a student here.</summary>
    public abstract Refusal NotGradable { get; }

    /// <summary>Whether the score is taken into a cell that shows <paramref name="grade"/>.</summary>
    public abstract Refusal? Judge(Grade grade, ScorePost score, DateTimeOffset now);

    /// <summary>The grade after the score was taken.</summary>
    public abstract Grade Enter(Grade grade, ScorePost score, decimal maximum, DateTimeOffset now);

    public abstract ResultBody Result(string url, string lineItemUrl, string userId, Grade grade, decimal maximum);

    public static Manner? Named(string? name) => name?.ToLowerInvariant() switch
    {
        "moodle" => Moodle,
        "canvas" => Canvas,
        _ => null,
    };

    private protected static decimal? Rescaled(ScorePost score, decimal maximum) =>
        score is { ScoreGiven: { } given, ScoreMaximum: > 0 and var of } ? given * maximum / of : score.ScoreGiven;
}
