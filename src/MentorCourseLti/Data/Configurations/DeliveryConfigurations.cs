using MentorCourseLti.Delivery;
using MentorCourseLti.Internship.Activities;
using MentorCourseLti.Internship.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class GradeDeliveryConfiguration : IEntityTypeConfiguration<GradeDelivery>
{
    public void Configure(EntityTypeBuilder<GradeDelivery> builder)
    {
        builder.HasOne<GradeColumn>().WithMany().HasForeignKey(delivery => delivery.ColumnId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<Member>().WithMany().HasForeignKey(delivery => delivery.MemberId).OnDelete(DeleteBehavior.Cascade);
        // One cell, one row: see decision 0002.
        builder.HasIndex(delivery => new { delivery.ColumnId, delivery.MemberId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.CourseId, delivery.State, delivery.NextTryAt });
        // What the gradebook page shows of thousands of cells, without a look at the rows.
        builder.HasIndex(delivery => new { delivery.CourseId, delivery.MemberId, delivery.ActivityId, delivery.Id, delivery.Score, delivery.State, delivery.Differs }).HasDatabaseName("IX_Deliveries_Cells");
        // Only what waits is looked for; the index stays as small as the queue.
        builder.HasIndex(delivery => new { delivery.NextTryAt, delivery.CourseId })
            .HasFilter("\"State\" = 0").HasDatabaseName("IX_Deliveries_Waiting");
        // So does that of what a person has to look at: pages and metrics count it.
        builder.HasIndex(delivery => new { delivery.CourseId, delivery.ActivityId })
            .HasFilter("\"State\" = 2").HasDatabaseName("IX_Deliveries_InTrouble");
        builder.Property(delivery => delivery.Version).IsConcurrencyToken();
    }
}

internal sealed class DeliveryReceiptConfiguration : IEntityTypeConfiguration<DeliveryReceipt>
{
    public void Configure(EntityTypeBuilder<DeliveryReceipt> builder)
    {
        builder.HasOne<GradeDelivery>().WithMany().HasForeignKey(receipt => receipt.DeliveryId).OnDelete(DeleteBehavior.Cascade);
        builder.Property(receipt => receipt.Detail).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ColumnChangeConfiguration : IEntityTypeConfiguration<ColumnChange>
{
    public void Configure(EntityTypeBuilder<ColumnChange> builder)
    {
        builder.HasKey(change => change.ColumnId);
        builder.HasOne<GradeColumn>().WithOne().HasForeignKey<ColumnChange>(change => change.ColumnId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(change => new { change.CourseId, change.DueAt }).HasFilter("\"DueAt\" IS NOT NULL").HasDatabaseName("IX_ColumnChanges_Waiting");
        builder.Property(change => change.Version).IsConcurrencyToken();
    }
}

internal sealed class DeliveryLaneConfiguration : IEntityTypeConfiguration<DeliveryLane>
{
    public void Configure(EntityTypeBuilder<DeliveryLane> builder)
    {
        builder.HasKey(lane => lane.CourseId);
        builder.HasOne<Course>().WithOne().HasForeignKey<DeliveryLane>(lane => lane.CourseId).OnDelete(DeleteBehavior.Cascade);
    }
}
