using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace MentorCourseLti.Data.Configurations;

internal sealed class VisitConfiguration : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        // No index but the key: every launch writes one row, and each index would be another page to write.
        builder.Property(visit => visit.Subject).HasMaxLength(Lengths.LmsId);
        builder.Property(visit => visit.KeyDigest).HasMaxLength(32);
    }
}

internal sealed class PlatformConfiguration : IEntityTypeConfiguration<PlatformRow>
{
    public void Configure(EntityTypeBuilder<PlatformRow> builder)
    {
        builder.HasIndex(platform => new { platform.Issuer, platform.ClientId }).IsUnique();
        builder.HasMany(platform => platform.Deployments).WithOne().HasForeignKey(deployment => deployment.PlatformId);
        builder.Property(platform => platform.Name).HasMaxLength(Lengths.Title);
        builder.Property(platform => platform.Issuer).HasMaxLength(Lengths.Title);
        builder.Property(platform => platform.ClientId).HasMaxLength(Lengths.LmsId);
    }
}

internal sealed class DeploymentConfiguration : IEntityTypeConfiguration<DeploymentRow>
{
    public void Configure(EntityTypeBuilder<DeploymentRow> builder)
    {
        builder.HasKey(deployment => new { deployment.PlatformId, deployment.DeploymentId });
        builder.Property(deployment => deployment.DeploymentId).HasMaxLength(Lengths.LmsId);
    }
}

internal sealed class ToolKeyConfiguration : IEntityTypeConfiguration<ToolKeyRow>
{
    public void Configure(EntityTypeBuilder<ToolKeyRow> builder) => builder.HasKey(key => key.KeyId);
}

internal sealed class InvitationConfiguration : IEntityTypeConfiguration<InvitationRow>
{
    public void Configure(EntityTypeBuilder<InvitationRow> builder)
    {
        builder.HasIndex(invitation => invitation.CodeDigest).IsUnique();
        builder.Property(invitation => invitation.CodeDigest).HasMaxLength(32);
        builder.Property(invitation => invitation.Name).HasMaxLength(Lengths.Title);
    }
}

internal sealed class ArchiveRunConfiguration : IEntityTypeConfiguration<ArchiveRun>
{
    public void Configure(EntityTypeBuilder<ArchiveRun> builder)
    {
        builder.HasKey(run => run.Of);
        builder.Property(run => run.Of).ValueGeneratedNever();
        builder.Property(run => run.Number).IsConcurrencyToken();
    }
}
