namespace MentorCourseLti.Internship.Terms;

/// <summary>Looks for what is wrong with a term's calendar.</summary>
internal static class TermCheck
{
    public static IEnumerable<TermProblem> Problems(TermCalendar term)
    {
        var ofTerm = ProblemsOfTerm(term).ToList();
        return ofTerm.Concat(term.Breaks.Count > TermCalendar.MostBreaks ? [new(TermProblemKind.TooManyBreaks)] : ProblemsOfBreaks(term, isPlaced: ofTerm.Count == 0));
    }

    private static IEnumerable<TermProblem> ProblemsOfTerm(TermCalendar term)
    {
        if (!term.IsInRange)
            yield return new(TermProblemKind.StartOutOfRange);
        if (term.Weeks < 1)
            yield return new(TermProblemKind.TooFewWeeks);
        if (term.Weeks > TermCalendar.MostWeeks)
            yield return new(TermProblemKind.TooManyWeeks);
    }

    private static IEnumerable<TermProblem> ProblemsOfBreaks(TermCalendar term, bool isPlaced)
    {
        var endsOn = term.EndsOn;
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (index, one) in term.Breaks.Index())
        {
            if (ProblemOfName(one.Name, names) is { } ofName)
                yield return new(ofName, index);
            if (ProblemOfDays(one) is { } ofDays)
                yield return new(ofDays, index);
            // Outside of what, nobody knows before the term itself is right.
            else if (isPlaced && (one.To < term.FirstMonday || one.From > endsOn))
                yield return new(TermProblemKind.BreakOutsideTerm, index);
        }
    }

    private static TermProblemKind? ProblemOfName(string name, HashSet<string> names)
    {
        if (string.IsNullOrWhiteSpace(name))
            return TermProblemKind.BreakWithoutName;
        if (name.Length > Break.LongestName)
            return TermProblemKind.BreakNameTooLong;
        return names.Add(name.Trim()) ? null : TermProblemKind.BreakNamedTwice;
    }

    private static TermProblemKind? ProblemOfDays(Break one)
    {
        if (one.Days < 1)
            return TermProblemKind.BreakEndsBeforeItStarts;
        return one.Days > 7 * Break.MostWeeks ? TermProblemKind.BreakTooLong : null;
    }
}
