namespace MlNetDigits.Web.Images;

/// <summary>The kinds of bodies with digits.</summary>
internal enum BodyKind
{
    Json,
    Image,
    Form,
}
