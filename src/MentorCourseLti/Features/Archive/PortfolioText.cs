using System.Text;
using MentorCourseLti.Features.Rules;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Internship.Assessments;
using MentorCourseLti.Internship.Attachments;
using MentorCourseLti.Internship.Mentoring;
using MentorCourseLti.Internship.Rubrics;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Archive;

/// <summary>What a mentor made, as Markdown: what a person wrote stands in it letter by letter.</summary>
public sealed class PortfolioText(IStringLocalizer<PortfolioText> text, IStringLocalizer<Words> words, RuleWords rules)
{
    /// <param name="pathOf">Where a file lies beside the text; none where it is not there.</param>
    public string Of(PortfolioWork work, string name, CourseTime time, Func<Attachment, string?> pathOf)
    {
        var page = new StringBuilder();
        Line(page, $"# {work.Activity.Title}");
        Line(page, text["By", name]);
        if (work.Terms.IsExcused)
            Line(page, words["Excused"]);
        else if (work.Terms.DueAt is { } due)
            Line(page, text["Due", time.Fully(due)]);
        Line(page, $"## {text["Prompt"]}");
        Line(page, work.Activity.Prompt);
        foreach (var attempt in work.Attempts)
            Add(page, attempt, work, time, pathOf);
        if (work.Draft is { } draft)
        {
            Line(page, $"## {text["Draft"]}");
            Line(page, draft);
        }

        Add(page, work.DraftFiles, pathOf);
        return page.ToString();
    }

    public string Of(PortfolioLog log, string name, CourseTime time)
    {
        var (page, hours) = (new StringBuilder(), log.Hours);
        Line(page, $"# {log.Activity.Title}");
        Line(page, text["By", name]);
        Line(page, text["Hours", Points.Of(hours.Approved), Points.Of(hours.Goal), Points.Of(hours.Waiting)]);
        foreach (var entry in log.Entries)
            Add(page, entry, time);
        return page.ToString();
    }

    private void Add(StringBuilder page, PortfolioAttempt one, PortfolioWork work, CourseTime time, Func<Attachment, string?> pathOf)
    {
        var attempt = one.Attempt;
        Line(page, $"## {text["Attempt", attempt.Number]}");
        string when = text["HandedIn", time.Fully(attempt.HandedInAt), attempt.Words == 1 ? words["Words.One"] : words["Words.Many", attempt.Words]];
        Line(page, work.Terms.IsLate(attempt.CountsFrom) ? $"{when} · {words["Late"]}" : when);
        if (attempt is { Stands: false, GradedAt: null })
            Line(page, text["TakenBack"]);
        Line(page, attempt.Text);
        Add(page, one.Files, pathOf);
        if (one.Self is { } self)
            Add(page, self);
        if (one.Feedback is { } feedback)
            Add(page, feedback, time);
        if (one.Answer is { Text.Length: > 0 } answer)
        {
            Line(page, $"### {text["Answer"]}");
            Line(page, answer.Text);
        }
    }

    private void Add(StringBuilder page, SelfAssessment self)
    {
        Line(page, $"### {text["Self"]}");
        Add(page, self.RubricThen, self.Marks);
    }

    private void Add(StringBuilder page, Assessment feedback, CourseTime time)
    {
        Line(page, $"### {text["Feedback"]}");
        Line(page, $"**{words["OfPoints", Points.Of(feedback.Score), Points.Of(feedback.OutOf)]}** · {text["Released", time.Fully(feedback.ReleasedAt!.Value)]}");
        if (feedback.Lateness is { } lateness)
            Line(page, $"{rules.Of(lateness)}.");
        if (feedback.Comment.Length > 0)
            Line(page, feedback.Comment);
        foreach (var passage in feedback.Passages)
            Line(page, $"> {passage.Quote}\n\n{passage.Comment}");
        Add(page, feedback.RubricThen, feedback.Marks);
    }

    private void Add(StringBuilder page, IReadOnlyList<Criterion> rubric, IReadOnlyList<Mark> marks)
    {
        foreach (var criterion in rubric)
        {
            string chosen = marks.LevelOf(criterion) is { } level ? $"{level.Name} ({words["OfPoints", Points.Of(marks.PointsOf(criterion)), Points.Of(criterion.Points)]})" : text["Unmarked"];
            Line(page, $"- **{criterion.Title}**: {chosen}");
            if (marks.Of(criterion) is { Comment.Length: > 0 } mark)
                Line(page, string.Join('\n', mark.Comment.Split('\n').Select(line => $"  {line}")));
        }
    }

    private void Add(StringBuilder page, LogEntry entry, CourseTime time)
    {
        Line(page, $"## {time.Fully(entry.StartsAt)}");
        Line(page, $"{(entry.WasHeld ? text["Held", entry.Minutes, words[$"Kind.{entry.Kind}"]] : text["Cancelled"])} · {text[$"State.{entry.State}"]}{(entry.NeedsAttention ? $" · {text["Attention"]}" : "")}");
        if (entry.Who.Count > 0)
            Line(page, $"{text["With"]} {string.Join(", ", entry.Who)}");
        if (entry.Did.Length > 0)
            Line(page, entry.Did);
        if (entry.Next.Length > 0)
            Line(page, $"{text["Next"]} {entry.Next}");
        if (entry.Note.Length > 0)
            Line(page, $"> {string.Join("\n> ", entry.Note.Split('\n'))}");
    }

    private void Add(StringBuilder page, IReadOnlyList<Attachment> files, Func<Attachment, string?> pathOf)
    {
        foreach (var file in files)
            Line(page, pathOf(file) is { } path ? $"- [{Escape(file.Name)}](<{path}>)" : $"- {Escape(file.Name)} ({text["Missing"]})");
    }

    /// <summary>So that a name with brackets stays one link.</summary>
    private static string Escape(string name) => name.Replace("[", "\\[", StringComparison.Ordinal).Replace("]", "\\]", StringComparison.Ordinal);

    private static void Line(StringBuilder page, string line) => page.Append(line).Append("\n\n");
}
