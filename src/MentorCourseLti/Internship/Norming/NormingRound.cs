using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Internship.Rubrics;

namespace MentorCourseLti.Internship.Norming;

/// <summary>Graders score the same few texts by the same rubric, each alone, and see afterwards where they differ.</summary>
public sealed class NormingRound
{
    public const int LongestTitle = 200;

    /// <summary>Everybody scores each of them: more would not be done.</summary>
    public const int MostSamples = 10;

    private readonly List<NormingSample> samples = [];

    public required NormingRoundId Id { get; init; }

    public required CourseId CourseId { get; init; }

    public required MemberId MadeBy { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    public string Title { get; private set; } = "";

    /// <summary>What the rubric was called when it was copied.</summary>
    public string RubricTitle { get; private set; } = "";

    /// <summary>A copy: a rubric edited later does not change what was chosen here.</summary>
    public IReadOnlyList<Criterion> RubricThen { get; private set; } = [];

    /// <summary>When the first score was given. From then on the texts and the rubric stay as they are.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    /// <summary>From then on nothing can be scored, and everybody sees everything.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Raised by every change, so that two who change it notice one another.</summary>
    public int Version { get; private set; }

    public IReadOnlyList<NormingSample> Samples => samples;

    public bool IsBegun => BegunAt is not null;

    public bool IsClosed => ClosedAt is not null;

    /// <summary>What a sample can have.</summary>
    public decimal Total => RubricThen.Sum(criterion => criterion.Points);

    /// <summary>Once somebody has scored, titles change and samples are added; what was scored stays what it was.</summary>
    /// <param name="rubric">To copy; none to keep the copy that is there.</param>
    /// <param name="said">All of its samples, in order.</param>
    public void Change(string title, Rubric? rubric, IReadOnlyList<SampleText> said, DateTimeOffset now)
    {
        if (IsClosed)
            throw new InvalidOperationException("A round that is closed does not change.");
        Title = title;
        if (rubric is not null && !IsBegun)
            (RubricTitle, RubricThen) = (rubric.Title, rubric.Criteria);
        if (!IsBegun)
            samples.RemoveAll(sample => said.All(one => one.Id != sample.Id));
        for (int place = 0; place < said.Count; place++)
            Put(said[place], place, now);
        Version++;
    }

    /// <summary>Somebody scored one of its samples.</summary>
    public void TakeScore(DateTimeOffset now)
    {
        if (IsBegun)
            return;
        BegunAt = now;
        Version++;
    }

    public void Close(DateTimeOffset now)
    {
        if (IsClosed)
            return;
        ClosedAt = now;
        Version++;
    }

    private void Put(SampleText said, int place, DateTimeOffset now)
    {
        if (samples.Find(sample => sample.Id == said.Id) is not { } known)
        {
            samples.Add(new NormingSample { Id = NormingSampleId.New(now), RoundId = Id, Place = place, Title = said.Title, Text = said.Text });
            return;
        }

        (known.Title, known.Place) = (said.Title, place);
        if (!IsBegun)
            known.Text = said.Text;
    }
}
