using MentorCourseLti.Internship.Programmes;
using MentorCourseLti.Reminders;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class ReminderMessageConfiguration : IEntityTypeConfiguration<ReminderMessage>
{
    public void Configure(EntityTypeBuilder<ReminderMessage> builder)
    {
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(message => message.PlatformId).OnDelete(DeleteBehavior.Cascade);
        // One a day, and one e-mail a day: whichever node writes, and whatever was put off.
        builder.HasIndex(message => new { message.PlatformId, message.Subject, message.Day }).IsUnique();
        builder.HasIndex(message => new { message.PlatformId, message.Subject, message.MailedOn }).IsUnique().HasFilter("\"MailedOn\" IS NOT NULL");
        // Only what waits and what is in hand is looked for.
        builder.HasIndex(message => message.MailNextAt).HasFilter("\"Mail\" = 1 OR \"Mail\" = 2").HasDatabaseName("IX_ReminderMessages_Waiting");
        // By which old ones are cleared away.
        builder.HasIndex(message => message.MadeAt);
        builder.Property(message => message.Subject).HasMaxLength(Lengths.LmsId);
        builder.Property(message => message.TimeZone).HasMaxLength(Lengths.TimeZone);
        builder.Property(message => message.Lines).IsJsonText();
        builder.Property(message => message.MailAnswer).HasMaxLength(ReminderMessage.LongestAnswer);
        // Who takes it in hand first has it.
        builder.Property(message => message.Mail).IsConcurrencyToken();
    }
}

internal sealed class ReminderRoundConfiguration : IEntityTypeConfiguration<ReminderRound>
{
    public void Configure(EntityTypeBuilder<ReminderRound> builder)
    {
        builder.HasKey(round => round.CourseId);
        builder.HasOne<Course>().WithOne().HasForeignKey<ReminderRound>(round => round.CourseId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(round => round.DoneOn).IsConcurrencyToken();
    }
}

internal sealed class ReminderChoiceConfiguration : IEntityTypeConfiguration<ReminderChoice>
{
    public void Configure(EntityTypeBuilder<ReminderChoice> builder)
    {
        builder.HasKey(choice => new { choice.PlatformId, choice.Subject });
        builder.HasOne<PlatformRow>().WithMany().HasForeignKey(choice => choice.PlatformId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(choice => choice.Subject).HasMaxLength(Lengths.LmsId);
        builder.Property(choice => choice.Silenced).IsJsonText();
        builder.Property(choice => choice.RefusedAddress).HasMaxLength(Lengths.Title);
    }
}
