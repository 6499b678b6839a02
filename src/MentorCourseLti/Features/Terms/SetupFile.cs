using System.Text.Json;
using System.Text.Json.Serialization;

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
        /// <summary><c>reflection</c> or <c>log</c>.</summary>
        public string? Kind { get; init; }

        public string? Title { get; init; }

        public int? Week { get; init; }

        /// <summary>In English: <c>friday</c>.</summary>
        public string? Day { get; init; }

        public string? Time { get; init; }

        public decimal? Points { get; init; }

        public decimal? GoalHours { get; init; }

        public bool? LeadersGrade { get; init; }

        public IReadOnlyList<string>? Prompt { get; init; }

        public RubricEntry? Rubric { get; init; }
    }

    public sealed record RubricEntry(string? Title, IReadOnlyList<CriterionEntry>? Criteria);

    public sealed record CriterionEntry(string? Title, string? Description, IReadOnlyList<LevelEntry>? Levels);

    public sealed record LevelEntry(string? Name, decimal? Points, string? Description);
}
