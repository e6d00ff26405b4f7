namespace MlNetDigits.Charts;

/// <summary>Images of a grid under one heading.</summary>
/// <param name="Heading">Text above the images; empty for none.</param>
/// <param name="Tiles">The images, row by row.</param>
/// <param name="TileSize">Longer side of an image in CSS pixels.</param>
public sealed record ImageSection(string Heading, IReadOnlyList<ImageTile> Tiles, double TileSize = 56);
