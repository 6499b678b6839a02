namespace BrowserTests.Looks;

/// <summary>What invented mentors wrote in an invented course, and what their instructor made of it.</summary>
internal static class Texts
{
    public static IReadOnlyList<Reflection> All { get; } =
    [
        new("""
            In our first session Rill asked, before anybody had sat down, whether you have to be good at maths to study biology. The others laughed, and then they all looked at me.

            I wanted to say no at once. Instead I asked what maths had been like so far. It turned out that it was never the maths: it was being called to the board. I had taken the question for one about **entry requirements**, and it was one about *belonging*.

            Next time I will ask one more question before I answer any, and I will know that it helped if somebody else in the group answers before I do.
            """, "1121", "You listened before you advised - keep that. Your last sentence gives you a sign to look for: tell us next time whether it came."),
        new("""
            We talked about microscopes for half an hour and I noticed late that only two of the four had ever used one.

            - I had planned the session for people like me.
            - Two of them nodded all the time, and I took it for interest.

            I think now they were being kind. I will bring the small hand lenses, and start from a leaf.
            """, "2222", "An honest look at your own plan. How do you know that they were being kind?"),
        new("""
            My mentee wants to become a vet because of a dog that died. I did not know what to say, so I told a story about my own dog. Afterwards I thought that I had taken the moment away.

            The training said that silence is an answer, too. I had read that as a trick. It is not one.
            """, "1222", "A moment that a reader can see. What could you try when the next silence comes?"),
        new("""
            I expected shy questions about college and got one about money: what does it cost to do research in the summer when you have to work? I said that I would find out, and I did: the department pays for twelve places.

            What stays with me is that nobody had told them, and that I had not known either.
            """, "2211", "You took the question seriously and came back with an answer: that is what mentors are for."),
        new("""
            The session was fine. We talked about a lot of things, and I think that everybody learned something. I hope to do even better next time.
            """, "3343", "Tell us one of these things as if we had not been there. Come and see me before the next one, I am glad to help."),
        new("""
            Three of us came, then the connection broke, and for ten minutes I sat alone in the call. When they were back, one had already started to explain photosynthesis to the others with a lamp and a pot plant. I only asked questions from there on. It was the best session so far, and I had almost nothing to do with it.

            > "Do plants get tired?"

            I have no good answer yet. We will look for one together.
            """, "1112", "What a gift, and you saw it. The lamp belongs into next term's handbook."),
        new("""
            I talked too much. I counted afterwards from the recording: eleven minutes without a question. Nobody complained, which I first found reassuring and then not at all.

            For Thursday I have three questions on a card and nothing else.
            """, "1221", ""),
        new("Draft: the lamp, the leaf, what I thought they wanted from me", "", ""),
    ];

    /// <param name="Levels">Keys of the levels, in the rubric's order.</param>
    internal sealed record Reflection(string Text, string Levels, string Comment);
}
