using System.Globalization;
using FluentValidation;
using MentorCourseLti.Features.Shared;
using MentorCourseLti.Hosting;
using MentorCourseLti.Internship.Terms;
using Microsoft.Extensions.Localization;

namespace MentorCourseLti.Features.Terms;

/// <summary>When a term is, as the fields send it.</summary>
public abstract class TermForm
{
    /// <summary>How many lines for breaks a form shows at least, and beyond those that are filled.</summary>
    private const int EmptyBreaks = 2;

    public int? Weeks { get; set; }

    public string? StartsOn { get; set; }

    public IList<BreakForm> Breaks { get; set; } = [];

    public static void Fill(TermForm form, TermCalendar calendar) =>
        (form.Weeks, form.StartsOn, form.Breaks) = (calendar.Weeks, DayText.Of(calendar.StartsOn), [.. calendar.Breaks.Select(one => new BreakForm { Name = one.Name, From = DayText.Of(one.From), To = DayText.Of(one.To) })]);

    /// <summary>So that there is a line for one more break, without script too.</summary>
    public void AddEmptyBreaks()
    {
        for (int empty = Breaks.Count(one => one.IsEmpty); empty < EmptyBreaks; empty++)
            Breaks.Add(new BreakForm());
    }

    /// <summary>To be asked once the form is valid.</summary>
    public TermCalendar Calendar()
    {
        _ = DayText.TryRead(StartsOn, out var startsOn);
        return new TermCalendar(startsOn, Weeks ?? 0, [.. Breaks.Where(one => !one.IsEmpty).Select(one => one.ToBreak())]);
    }

    public abstract class Rules<TForm> : AbstractValidator<TForm>
        where TForm : TermForm
    {
        protected Rules(IStringLocalizer<TermForm> text)
        {
            RuleFor(form => form.Weeks).NotNull().WithMessage(_ => text["Weeks.Wrong", TermCalendar.MostWeeks])
                .InclusiveBetween(1, TermCalendar.MostWeeks).WithMessage(_ => text["Weeks.Wrong", TermCalendar.MostWeeks]);
            RuleFor(form => form.StartsOn).Must(day => DayText.TryRead(day, out _)).WithMessage(_ => text["Date.Wrong"]);
            RuleForEach(form => form.Breaks).ChildRules(one =>
            {
                one.RuleFor(line => line.From).Must((line, from) => line.IsEmpty || DayText.TryRead(from, out _)).WithMessage(_ => text["Date.Wrong"]);
                one.RuleFor(line => line.To).Must((line, to) => line.IsEmpty || string.IsNullOrEmpty(to) || DayText.TryRead(to, out _)).WithMessage(_ => text["Date.Wrong"]);
            });
            // What is wrong with the term as a whole shows only once every date is one.
            RuleFor(form => form).Custom((form, context) =>
            {
                if (form.Weeks is not (>= 1 and <= TermCalendar.MostWeeks) || !DayText.TryRead(form.StartsOn, out _) || form.Breaks.Any(one => !one.IsEmpty && !one.HasDays))
                    return;
                foreach (var problem in form.Calendar().Problems())
                    context.AddFailure(form.FieldOf(problem), text[$"Problem.{problem.Kind}", TermCalendar.FirstYear, TermCalendar.LastYear, TermCalendar.MostWeeks, TermCalendar.MostBreaks, Break.MostWeeks, Break.LongestName]);
            });
        }
    }

    private string FieldOf(TermProblem problem)
    {
        if (problem.Break is not { } index)
            return problem.Kind is TermProblemKind.StartOutOfRange ? nameof(StartsOn) : nameof(Weeks);
        // The list of breaks has no empty lines, the form does.
        int line = Breaks.Index().Where(one => !one.Item.IsEmpty).ElementAt(index).Index;
        string field = problem.Kind is TermProblemKind.BreakWithoutName or TermProblemKind.BreakNameTooLong or TermProblemKind.BreakNamedTwice ? nameof(BreakForm.Name)
            : problem.Kind is TermProblemKind.BreakOutsideTerm ? nameof(BreakForm.From) : nameof(BreakForm.To);
        return string.Create(CultureInfo.InvariantCulture, $"{nameof(Breaks)}[{line}].{field}");
    }
}

/// <summary>One line for days without a course. A single day needs no end.</summary>
public sealed class BreakForm
{
    public string? Name { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && string.IsNullOrEmpty(From) && string.IsNullOrEmpty(To);

    public bool HasDays => DayText.TryRead(From, out _) && (string.IsNullOrEmpty(To) || DayText.TryRead(To, out _));

    public Break ToBreak()
    {
        _ = DayText.TryRead(From, out var from);
        return new Break(PlainText.Line(Name, int.MaxValue) ?? "", from, DayText.TryRead(To, out var to) ? to : from);
    }
}
