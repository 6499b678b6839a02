using System.Globalization;
using System.Text.Json;
using FluentValidation;
using MentorCourseLti.Features.Rubrics;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Rules;
using MentorCourseLti.Internship.Submissions;
using MentorCourseLti.Internship.Terms;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>Writes terms as files, and reads them with whatever is wrong said by place.</summary>
public sealed class SetupFiles(IValidator<RubricForm> rubrics, IStringLocalizer<SetupFiles> text)
{
    private const int MostActivities = 60;
    private const int LongestTitle = 200;
    private const decimal MostPoints = 10_000;
    private const decimal MostHours = 1_000;
    private const int MostProblems = 20;

    private const string Reflection = "reflection";
    private const string Log = "log";
    private const string Taking = "participation";

    public static string Write(string title, TermPlan plan) => JsonSerializer.Serialize(
        new SetupFile { Format = SetupFile.ThisFormat, Title = title, Weeks = plan.Weeks, Activities = [.. plan.Work.Select(EntryOf)] }, SetupFile.Options);

    /// <summary>The plan that a file holds, or all that is wrong with it, in sentences. Nothing is taken from a file that is wrong anywhere.</summary>
    public (TermPlan? Plan, IReadOnlyList<string> Problems) Read(string? content)
    {
        if (string.IsNullOrWhiteSpace(content))
            return (null, [text["Empty"]]);
        if (content.Length > SetupFile.LongestText)
            return (null, [text["TooLong"]]);
        SetupFile? file;
        try
        {
            file = JsonSerializer.Deserialize<SetupFile>(content, SetupFile.Options);
        }
        catch (JsonException exception)
        {
            return (null, [text["NotReadable", (exception.LineNumber ?? 0) + 1, exception.Path is { Length: > 1 } path ? path[1..].TrimStart('.') : "–"]]);
        }

        if (file?.Format != SetupFile.ThisFormat)
            return (null, [text["OtherFormat", SetupFile.ThisFormat]]);
        var problems = Problems(file).Take(MostProblems).ToList();
        return problems.Count > 0 ? (null, problems) : (new TermPlan(file.Weeks!.Value, [.. file.Activities!.Select(WorkOf)]), []);
    }

    private IEnumerable<string> Problems(SetupFile file)
    {
        if (file.Weeks is not (>= 1 and <= TermCalendar.MostWeeks))
            yield return text["Weeks", TermCalendar.MostWeeks];
        if (file.Activities is not { Count: > 0 and <= MostActivities } activities)
        {
            yield return text["Activities", MostActivities];
            yield break;
        }

        foreach (var (index, entry) in activities.Index())
        {
            foreach (string problem in entry is null ? [text["Entry.Empty"].Value] : ProblemsOf(entry, file.Weeks ?? TermCalendar.MostWeeks))
                yield return text["Entry", index + 1, (entry?.Title ?? "").Excerpt(60), problem];
        }
    }

    private IEnumerable<string> ProblemsOf(SetupFile.Entry entry, int weeks)
    {
        if (KindOf(entry) is null)
            yield return text["Kind"];
        if (PlainText.Line(entry.Title, int.MaxValue) is not { Length: <= LongestTitle })
            yield return text["Title", LongestTitle];
        if (entry.Prompt is not { Count: > 0 } || PromptOf(entry) is not { Length: > 0 and <= Submission.LongestText })
            yield return text["Prompt", Submission.LongestText];
        if (entry.Points is not (> 0 and < MostPoints))
            yield return text["Points", MostPoints];
        if (entry.Week is { } week && (week < 1 || week > weeks))
            yield return text["Week", weeks];
        if (entry.Day is { } day && DayOf(day) is null)
            yield return text["Day"];
        if (entry.Time is { } time && !DayText.TryReadClock(time, out _))
            yield return text["Time"];
        if (entry.Kind == Log && entry.GoalHours is not (> 0 and < MostHours))
            yield return text["GoalHours", MostHours];
        if (entry.Late?.Problems() is { Count: > 0 })
            yield return text["Late"];
        if (entry.Kind == Taking && (ParticipationOf(entry) is not { } participation || participation.Problems().Count > 0))
            yield return text["Parts"];
        if (entry.Kind != Reflection)
            yield break;
        if (entry.Rubric is null)
        {
            yield return text["Rubric"];
            yield break;
        }

        foreach (var failure in rubrics.Validate(FormOf(entry.Rubric)).Errors)
            yield return text["Rubric.Wrong", failure.PropertyName, failure.ErrorMessage];
    }

    private static TermWork WorkOf(SetupFile.Entry entry)
    {
        var kind = KindOf(entry)!.Value;
        var rubric = kind is ActivityKind.Reflection ? FormOf(entry.Rubric!) : null;
        return new TermWork(
            kind, PlainText.Line(entry.Title, LongestTitle)!, PromptOf(entry), entry.Points!.Value, PlainText.Line(rubric?.Title, LongestTitle) ?? "", rubric?.ToCriteria() ?? [],
            kind is ActivityKind.MentoringLog ? entry.GoalHours : null, entry.LeadersGrade ?? false, entry.IsAnonymous ?? false, entry.AsksSelfAssessment ?? false, entry.Week,
            entry.Day is { } day ? DayOf(day) : null, DayText.TryReadClock(entry.Time, out var at) ? at : null, entry.Late, kind is ActivityKind.Participation ? ParticipationOf(entry) : null);
    }

    private static SetupFile.Entry EntryOf(TermWork work) => new()
    {
        Kind = work.Kind switch { ActivityKind.MentoringLog => Log, ActivityKind.Participation => Taking, _ => Reflection },
        Title = work.Title,
        Week = work.Week,
        Day = work.Day?.ToString().ToLowerInvariant(),
        Time = work.At?.ToString("HH:mm", CultureInfo.InvariantCulture),
        Points = work.Points,
        GoalHours = work.GoalHours,
        LeadersGrade = work.LeadersGrade ? true : null,
        IsAnonymous = work.IsAnonymous ? true : null,
        AsksSelfAssessment = work.AsksSelfAssessment ? true : null,
        Prompt = work.Prompt.Split('\n'),
        Late = work.Late,
        Parts = work.Participation is { } participation ? [.. participation.Parts.Select(part => new SetupFile.PartEntry(NameOf(part.Kind), part.Needed == 0 ? null : part.Needed, part.DropLowest == 0 ? null : part.DropLowest, part.Points))] : null,
        Rubric = work.Criteria.Count == 0 ? null : new SetupFile.RubricEntry(
            work.RubricTitle, [.. work.Criteria.Select(criterion => new SetupFile.CriterionEntry(criterion.Title, criterion.Description, [.. criterion.Levels.Select(level => new SetupFile.LevelEntry(level.Name, level.Points, level.Description, level.Least))]))]),
    };

    private static ActivityKind? KindOf(SetupFile.Entry entry) => entry.Kind switch
    {
        Reflection => ActivityKind.Reflection,
        Log => ActivityKind.MentoringLog,
        Taking => ActivityKind.Participation,
        _ => null,
    };

    /// <summary>None where a part counts something that is not known.</summary>
    private static Participation? ParticipationOf(SetupFile.Entry entry)
    {
        var parts = (entry.Parts ?? []).Select(part => (Kind: Enum.GetValues<PartKind>().Cast<PartKind?>().FirstOrDefault(kind => NameOf(kind!.Value) == part?.Of), Entry: part)).ToList();
        return parts.Exists(part => part.Kind is null) ? null
            : new Participation([.. parts.Select(part => new ParticipationPart(part.Kind!.Value, part.Entry.Needed ?? 0, part.Entry.DropLowest ?? 0, part.Entry.Points ?? 0))]);
    }

    private static string NameOf(PartKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static RubricForm FormOf(SetupFile.RubricEntry rubric) => new()
    {
        Title = rubric.Title,
        Criteria = [.. (rubric.Criteria ?? []).Select(criterion => new CriterionForm
        {
            Title = criterion?.Title,
            Description = criterion?.Description,
            Levels = [.. (criterion?.Levels ?? []).Select(level => new LevelForm { Name = level?.Name, Points = level?.Points?.ToString(CultureInfo.InvariantCulture), Least = level?.Least?.ToString(CultureInfo.InvariantCulture), Description = level?.Description })],
        })],
    };

    private static string PromptOf(SetupFile.Entry entry) => PlainText.Lines(string.Join('\n', entry.Prompt ?? []));

    private static DayOfWeek? DayOf(string text) => Enum.TryParse<DayOfWeek>(text, ignoreCase: true, out var day) && !char.IsDigit(text[0]) && Enum.IsDefined(day) ? day : null;
}
