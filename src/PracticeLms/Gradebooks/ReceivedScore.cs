namespace PracticeLms.Gradebooks;

/// <summary>A score as it came in, and the status it was answered with: taken (200) or refused (4xx).</summary>
public sealed record ReceivedScore(ScorePost Score, DateTimeOffset ReceivedAt, int Status)
{
    public bool WasTaken => Status < 300;
}
