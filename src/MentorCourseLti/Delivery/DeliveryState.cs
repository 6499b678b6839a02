namespace MentorCourseLti.Delivery;

/// <summary>Where a grade stands on its way to the gradebook.</summary>
public enum DeliveryState
{
    /// <summary>Waiting for its turn or for the next try.</summary>
    Waiting = 0,

    /// <summary>The LMS has it.</summary>
    Delivered = 1,

    /// <summary>The LMS refused for good, or we gave up: a person has to look.</summary>
    NeedsLook = 2,

    /// <summary>Somebody changed the grade in the gradebook by hand; it is left alone.</summary>
    LeftAlone = 3,
}
