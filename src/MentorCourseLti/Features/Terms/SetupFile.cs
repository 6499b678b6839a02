using System.Text.Json;
using System.Text.Json.Serialization;
using MentorCourseLti.Internship.Rules;

namespace MentorCourseLti.Features.Terms;

/// <summary>
/// A term as one readable file: its activities with prompts and rubrics, by weeks and without dates or people. Texts of several lines are lists of
/// lines, so that a person can read and change them.
/// </summary>
public sealed record SetupFile
{
    public const string ThisFormat = "mentor-course-term/1";
    public const int LongestText = 2_000_000;

    internal static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        // A name that is not known is a slip, and not to be passed over.
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public string? Format { get; init; }

    public string? Title { get; init; }

    public int? Weeks { get; init; }

    public IReadOnlyList<Entry>? Activities { get; init; }

    public sealed record Entry
    {
        /// <summary><c>reflection</c>, <c>log</c> or <c>participation</c>.</summary>
        public string? Kind { get; init; }

        public string? Title { get; init; }

        public int? Week { get; init; }

        /// <summary>In English: <c>friday</c>.</summary>
        public string? Day { get; init; }

        public string? Time { get; init; }

        public decimal? Points { get; init; }

        public decimal? GoalHours { get; init; }

        public bool? LeadersGrade { get; init; }

        public bool? IsAnonymous { get; init; }

        public bool? AsksSelfAssessment { get; init; }

        public IReadOnlyList<string>? Prompt { get; init; }

        /// <summary>What late work loses.</summary>
        public LatePolicy? Late { get; init; }

        /// <summary>What a participation grade is made of.</summary>
        public IReadOnlyList<PartEntry>? Parts { get; init; }

        public RubricEntry? Rubric { get; init; }
    }

    /// <param name="Of"><c>handedIn</c>, <c>sessionsLogged</c> or <c>scores</c>.</param>
    public sealed record PartEntry(string? Of, int? Needed, int? DropLowest, decimal? Points);

    public sealed record RubricEntry(string? Title, IReadOnlyList<CriterionEntry>? Criteria);

    public sealed record CriterionEntry(string? Title, string? Description, IReadOnlyList<LevelEntry>? Levels);

    public sealed record LevelEntry(string? Name, decimal? Points, string? Description, decimal? Least = null);
}
