namespace MentorCourseLti.Internship.Submissions;

/// <summary>Counts words as a word processor does: runs between white space that hold a letter or a digit.</summary>
public static class WordCount
{
    public static int Of(ReadOnlySpan<char> text)
    {
        int words = 0;
        bool inWord = false;
        foreach (char character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                inWord = false;
            }
            else if (!inWord && (char.IsLetterOrDigit(character) || char.IsSurrogate(character)))
            {
                inWord = true;
                words++;
            }
        }

        return words;
    }
}
