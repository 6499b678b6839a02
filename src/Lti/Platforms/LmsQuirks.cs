using System.Globalization;
using System.Text.Json;
using Lti.Grades;

namespace Lti.Platforms;

/// <summary>
/// The one place that knows how LMSs differ. Each difference is one method with its reason; everything else in this library is the
/// specification.
/// </summary>
public static class LmsQuirks
{
    /// <summary>Which product a platform is.</summary>
    /// <param name="productFamilyCode">The launch's <c>tool_platform.product_family_code</c>, if sent (LTI 1.3 core, 5.4.3).</param>
    /// <param name="issuer">The launch's issuer.</param>
    /// <returns>The product, or unknown.</returns>
    public static LmsFamily FamilyOf(string? productFamilyCode, string issuer)
    {
        ArgumentNullException.ThrowIfNull(issuer);
        if ("canvas".Equals(productFamilyCode, StringComparison.OrdinalIgnoreCase))
            return LmsFamily.Canvas;
        if ("moodle".Equals(productFamilyCode, StringComparison.OrdinalIgnoreCase))
            return LmsFamily.Moodle;

        // Every hosted Canvas shares one issuer (and has one each for beta and test).
        return issuer is "https://canvas.instructure.com" or "https://canvas.beta.instructure.com" or "https://canvas.test.instructure.com"
            ? LmsFamily.Canvas
            : LmsFamily.Unknown;
    }

    /// <summary>
    /// Whether a login cannot be started a second time with the same hints. Moodle forgets its launch id (<c>launchid</c> in the
    /// message hint) when the authorisation end point is first called: a second tab would show Moodle's own error.
    /// </summary>
    internal static bool LoginHintsAreSingleUse(Platform platform, string? messageHint) =>
        platform.Family is LmsFamily.Moodle || messageHint is not null && messageHint.Contains("\"launchid\"", StringComparison.Ordinal);

    /// <summary>
    /// Where a platform itself starts the launch of a link anew. Moodle says the number of the link's course module in its message hint (<c>cmid</c>)
    /// and launches it at this address (mod/lti/launch.php).
    /// </summary>
    internal static Uri? LaunchAddress(Platform platform, string? messageHint)
    {
        try
        {
            using var hint = JsonDocument.Parse(messageHint ?? "");
            return hint.RootElement.ValueKind is JsonValueKind.Object && hint.RootElement.TryGetProperty("cmid"u8, out var cmid)
                && int.TryParse(cmid.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && Uri.TryCreate(string.Create(CultureInfo.InvariantCulture, $"{platform.Issuer.TrimEnd('/')}/mod/lti/launch.php?id={number}"), UriKind.Absolute, out var address)
                && address.Scheme is "https" or "http"
                    ? address
                    : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a score carries its comment. Moodle clears the comment when a score has none, so it is sent every time; Canvas adds
    /// another comment for every score that has one, and may notify people, so there it is sent only when it changed.
    /// </summary>
    internal static bool SendsComment(Platform platform, Score score) =>
        platform.Family is not LmsFamily.Canvas || score.CommentChanged;

    /// <summary>
    /// Whether the Canvas extension goes with a score. Not to Moodle; to an unknown platform it does, since it may be a Canvas that
    /// has not launched yet, where leaving it out makes a new submission of every score. Others ignore it.
    /// </summary>
    internal static bool WantsCanvasExtension(Platform platform) => platform.Family is not LmsFamily.Moodle;

    /// <summary>
    /// Canvas's <c>preserve_score</c>: a score that is not final (such as a hand-in before grading) would null an existing grade.
    /// </summary>
    internal static bool PreservesScore(Score score) =>
        !score.RemovesScore && (score.ScoreGiven is null || score.GradingProgress is not GradingProgress.FullyGraded);

    /// <summary>
    /// How many rows to ask for a page (AGS 2.0, 3.2.3: <c>limit</c>). Canvas gives 10 when not asked. Moodle gives all when not asked, and
    /// misspells its Link headers when asked. Others decide for themselves.
    /// </summary>
    internal static int? PageSize(Platform platform) => platform.Family is LmsFamily.Canvas ? 100 : null;

    /// <summary>
    /// Whether a score without a grade, such as the report of a hand-in, leaves an existing grade alone. Canvas keeps it with
    /// <c>preserve_score</c>; Moodle blanks the grade on any <c>gradingProgress</c> but <c>FullyGraded</c>, and others may.
    /// Where this is false, read the result first and send nothing when there is one.
    /// </summary>
    /// <param name="platform">The platform that the score would go to.</param>
    public static bool KeepsGradeOnHandIn(Platform platform)
    {
        ArgumentNullException.ThrowIfNull(platform);
        return platform.Family is LmsFamily.Canvas;
    }
}
