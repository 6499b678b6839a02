namespace MentorCourseLti.Commands.Samples;

/// <summary>What invented mentors wrote, well and less well, and what their instructor made of it.</summary>
internal static class SampleTexts
{
    private static readonly Sample[] WhyIMentor =
    [
        new("""
            In our first session Rill asked, before anybody had sat down, whether you have to be good at maths to study biology. The others laughed, and then they all looked at me.

            I wanted to say no at once. Instead I asked what maths had been like so far. It turned out that it was never the maths: it was being called to the board. I had taken the question for one about **entry requirements**, and it was one about *belonging*.

            Next time I will ask one more question before I answer any, and I will know that it helped if somebody else in the group answers before I do.
            """, "5 5 4 5", "You listened before you advised - keep that. Your last sentence gives you a sign to look for: tell us whether it came."),
        new("""
            I mentor because somebody once waited for me. My chemistry teacher let me finish a titration that had gone wrong, and asked afterwards what I would trust about the number.

            I believe that my mentees are already good at something that I have not noticed yet. That belief comes from her, not from them, so it is the first thing I should check. In the first session I will ask each of them what they explain to their friends.
            """, "4 4 5 4", "A belief that you name as your own, and a way to check it. What will you do if the answer is \"nothing\"?"),
        new("""
            I hope that my mentees take away that college is possible. I think they are nervous, because everybody is nervous. I am unsure about what to say if they do not talk, and I will prepare some questions.
            """, "2 2 2 4", "The questions are a good step. Which one would you have wanted to be asked?"),
        new("""
            I have always liked helping people and I think that mentoring is a great way to give something back. I learned a lot from my own mentors and I want to be like that. I am sure it will be a good year for everybody.
            """, "0 0 2 2", "Tell me of one of those mentors as if I had not been there: what did they do, on one day? Come and see me before the first session, I am glad to help."),
        new("""
            What I am most unsure about is silence. In the training we waited for eleven seconds, and I counted every one.

            I believe that silence means that I did something wrong. Where does that come from? At home nobody was ever silent. My mentee might come from a house in which people think before they speak. So in the first session I will count to eight before I rescue anybody, and write down who spoke at six.
            """, "5 4 5 5", "The eight seconds are a lovely plan, and \"who spoke at six\" is a sign one can see. Bring your notes."),
        new("""
            - I hope they learn that science is made by people.
            - I believe they have been told that it is not for them. I know two of them from the summer school, the others I do not know at all.
            - I am unsure about the one who did not want to come.

            I will ask that one what would make it worth the hour.
            """, "4 4 2 4", "Short, and every line of it says something. How do you know what they have been told?"),
    ];

    private static readonly Sample[] FirstMeeting =
    [
        new("""
            We talked about microscopes for half an hour and I noticed late that only two of the four had ever used one.

            - I had planned the session for people like me.
            - Two of them nodded all the time, and I took it for interest.

            I think now they were being kind. I will bring the small hand lenses, and start from a leaf.
            """, "4 4 4 4", "An honest look at your own plan. How do you know that they were being kind?"),
        new("""
            My mentee wants to become a vet because of a dog that died. I did not know what to say, so I told a story about my own dog. Afterwards I thought that I had taken the moment away.

            The training said that silence is an answer, too. I had read that as a trick. It is not one.
            """, "5 4 4 2", "A moment that a reader can see. What could you try when the next silence comes?"),
        new("""
            The session was fine. We talked about a lot of things, and I think that everybody learned something. I hope to do even better next time.
            """, "0 0 0 2", "Tell us one of these things as if we had not been there. My door is open on Tuesday."),
        new("""
            Three of us came, then the connection broke, and for ten minutes I sat alone in the call. When they were back, one had already started to explain photosynthesis to the others with a lamp and a pot plant. I only asked questions from there on. It was the best part of the hour, and I had almost nothing to do with it.

            > "Do plants get tired?"

            I have no good answer yet. We will look for one together.
            """, "5 5 5 4", "What a gift, and you saw it. The lamp belongs into next term's handbook."),
        new("""
            I expected shy questions about college and got one about money: what does it cost to do research in the summer when you have to work? I said that I would find out, and I did: the department pays for twelve places.

            What stays with me is that nobody had told them, and that I had not known either.
            """, "4 4 2 2", "You took the question seriously and came back with an answer: that is what mentors are for."),
        new("""
            I talked too much. I counted afterwards from my notes: eleven minutes without a question. Nobody complained, which I first found reassuring and then not at all.

            For Thursday I have three questions on a card and nothing else. If I get to the third one, it will have been too many.
            """, "4 2 4 5", "The card is a good idea, and so is the sign that you set for yourself. What was said in those eleven minutes that they would remember?"),
    ];

    private static readonly Sample[] Listening =
    [
        new("""
            Ana asked which university is the best one. I had my answer ready, and it was mine. I asked what "best" would look like on an ordinary Wednesday.

            She said: one from which I can go home for dinner. I had been about to talk her two thousand miles away.
            """, "5 5 4 4", "You heard the Wednesday. How will you help her look for it?"),
        new("""
            Sol wanted to know whether to drop physics. I said no, and why. Sol said thank you and did not ask anything for the rest of the hour. I have thought about that thank you for a week. It was the end of a conversation that had not begun.

            I would have wanted a mentor of mine to ask what physics had been like. On Tuesday I will say that I answered too fast, and ask it.
            """, "5 4 4 5", "It takes some courage to go back to a question. Tell us what came of it."),
        new("""
            My mentee asked for advice about the essay and I gave some tips that we learned in class. It went well. I think listening is very important.
            """, "2 0 2 0", "Which tip, and what did your mentee make of it? The essay matters less to me than the face that you saw."),
        new("""
            One of them told me about a sister who is ill, and that she does the cooking now. I wanted to give advice about sleep. Then I noticed that she had not asked for any, so I asked what she cooks.

            We spoke about lentils for ten minutes. I am not sure what that was, but at the end she said that she would come next week, and she had not said that before.
            """, "5 5 4 2", "That was listening. Think with your leader about whether somebody else should know of the sister."),
    ];

    private static readonly string[] Sessions =
    [
        "We read a graph of two populations and asked what it does not show.",
        "Everybody brought a question about college; we sorted them into those that we can answer and those for the guest.",
        "We took a leaf apart with the hand lenses. Nobody wanted to stop.",
        "We looked at three course catalogues and built an imaginary first year out of each.",
        "A quiet hour: we wrote the first two sentences of the essay, each of us alone, and read them out.",
        "We planned what to ask the guest speaker from the greenhouse.",
    ];

    private static readonly string[] Next =
    [
        "Bring the data of the pond.", "Find out about the summer places.", "", "Ask Ana about her essay.", "Start with their questions, not with mine.", "",
    ];

    private static readonly string[] Aliases = "Ana Bo Chi Dara Eli Fay Gus Hana Ivo Jo Kit Lou Mina Noor Oma Pim".Split(' ');

    public static Sample Of(int reflection, int mentor)
    {
        var pool = reflection switch { 0 => WhyIMentor, 1 => FirstMeeting, _ => Listening };
        return pool[(mentor + reflection) % pool.Length];
    }

    public static (string Did, string Next) Session(int mentor, int week, bool needsAttention) => needsAttention
        ? ("Two of them came without having eaten since the morning. We talked about the frog lab all the same.", "I would like to speak with somebody about the food.")
        : (Sessions[(mentor + week) % Sessions.Length], Next[(mentor + (2 * week)) % Next.Length]);

    public static (string Did, string Next) Cancelled => ("Their school had a fire drill and then nobody could get into the room again.", "");

    public static IReadOnlyList<string> Mentees(int mentor) => [.. Enumerable.Range(0, 2 + (mentor % 3)).Select(i => Aliases[((3 * mentor) + i) % Aliases.Length])];

    /// <param name="Levels">Keys of the levels, in the rubric's order.</param>
    internal sealed record Sample(string Text, string Levels, string Comment)
    {
        /// <summary>What a draft has of it.</summary>
        public string Beginning => Text[..Math.Min(Text.Length, 1 + Text.IndexOf('.', StringComparison.Ordinal))];
    }
}
