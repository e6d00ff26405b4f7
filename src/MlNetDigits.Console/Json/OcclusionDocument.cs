namespace MlNetDigits.Console.Json;

/// <summary>The patch that lowers a class most: the class's probability then, and the patch's middle, from 0.</summary>
internal sealed record OcclusionDocument(string Class, float Lowest, int Row, int Column, int PatchSize);
