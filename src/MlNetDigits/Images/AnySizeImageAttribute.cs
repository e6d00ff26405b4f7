using Microsoft.ML.Data;
using Microsoft.ML.Transforms.Image;

namespace MlNetDigits.Images;

/// <summary>Marks an <see cref="MLImage"/> of a row that may have any size, where ML.NET's own attribute wants height and width.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public sealed class AnySizeImageAttribute : DataViewTypeAttribute
{
    /// <inheritdoc/>
    public override void Register() => DataViewTypeManager.Register(new ImageDataViewType(), typeof(MLImage), this);

    /// <inheritdoc/>
    public override bool Equals(DataViewTypeAttribute? other) => other is AnySizeImageAttribute;

    /// <inheritdoc/>
    public override int GetHashCode() => nameof(AnySizeImageAttribute).GetHashCode(StringComparison.Ordinal);
}
