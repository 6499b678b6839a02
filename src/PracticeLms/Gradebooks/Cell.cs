namespace PracticeLms.Gradebooks;

/// <summary>One person's cell in one column: the grade it shows, and what was ever received for it.</summary>
public sealed class Cell
{
    private const int Remembered = 50;

    private readonly Lock door = new();
    private readonly Queue<ReceivedScore> history = new(capacity: 1);

    public Grade Grade { get; private set; } = Grade.None;

    /// <summary>Scores that were taken.</summary>
    public int Posts { get; private set; }

    /// <summary>Scores that were refused: too old, not gradable, not understood.</summary>
    public int RefusedPosts { get; private set; }

    /// <summary>The last fifty scores received, oldest first, refused ones too.</summary>
    public IReadOnlyList<ReceivedScore> History
    {
        get
        {
            lock (door) return [.. history];
        }
    }

    /// <summary>Judges a score and enters it, with nothing in between: two scores at once are taken one after the other.</summary>
    internal Refusal? Receive(ScorePost score, DateTimeOffset now, Func<Grade, Refusal?> judge, Func<Grade, Grade> enter, Action taken)
    {
        lock (door)
        {
            var refusal = judge(Grade);
            if (refusal is null)
            {
                Grade = enter(Grade);
                Posts++;
                taken();
            }
            else
            {
                RefusedPosts++;
            }

            Remember(new(score, now, refusal?.Status ?? StatusCodes.Status200OK));
            return refusal;
        }
    }

    /// <summary>A teacher's edit.</summary>
    internal void Change(Func<Grade, Grade> change, Action changed)
    {
        lock (door)
        {
            Grade = change(Grade);
            changed();
        }
    }

    private void Remember(ReceivedScore received)
    {
        if (history.Count == Remembered) history.Dequeue();
        history.Enqueue(received);
    }
}
