namespace MlNetDigits.Images.Libvips;

/// <summary>One operation of libvips: set its properties, run it, take its results.</summary>
internal sealed unsafe class VipsOperation : IDisposable
{
    private nint _operation;

    /// <param name="name">libvips's name of the operation, such as colourspace.</param>
    public VipsOperation(ReadOnlySpan<byte> name)
    {
        VipsLibrary.EnsureStarted();
        fixed (byte* text = name)
            _operation = VipsNative.NewOperation(text);
        if (_operation == 0)
            throw new VipsException(VipsNative.TakeError());
    }

    /// <summary>Sets an enumeration's value.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> property, nuint type, int value)
    {
        GValue content = default;
        VipsNative.InitValue(&content, type);
        VipsNative.SetEnum(&content, value);
        return Apply(property, &content);
    }

    /// <summary>Sets a number.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> property, double value)
    {
        GValue content = default;
        VipsNative.InitValue(&content, VipsNative.DoubleType);
        VipsNative.SetDouble(&content, value);
        return Apply(property, &content);
    }

    /// <summary>Sets a switch.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> property, bool value)
    {
        GValue content = default;
        VipsNative.InitValue(&content, VipsNative.BooleanType);
        VipsNative.SetBoolean(&content, value ? 1 : 0);
        return Apply(property, &content);
    }

    /// <summary>Sets an image; the operation keeps a reference of its own.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> property, VipsImage image)
    {
        GValue content = default;
        VipsNative.InitValue(&content, VipsNative.ImageType());
        VipsNative.SetObject(&content, image);
        return Apply(property, &content);
    }

    /// <summary>Sets memory that must stay in place while any image made from it lives.</summary>
    public VipsOperation Set(ReadOnlySpan<byte> property, byte* data, nuint length)
    {
        GValue content = default;
        var blob = VipsNative.NewBlob(0, data, length);
        VipsNative.InitValue(&content, VipsNative.BlobType());
        VipsNative.SetBoxed(&content, blob);
        VipsNative.UnrefArea(blob);
        return Apply(property, &content);
    }

    /// <summary>Runs the operation.</summary>
    /// <exception cref="VipsException">It failed.</exception>
    public VipsOperation Run()
    {
        var built = VipsNative.BuildOperation(_operation);
        if (built == 0)
            throw new VipsException(VipsNative.TakeError());
        // The result comes with a reference of its own, even when it is the same operation.
        VipsNative.Unref(_operation);
        _operation = built;
        return this;
    }

    /// <summary>Takes an image that the operation made.</summary>
    public VipsImage Image(ReadOnlySpan<byte> property)
    {
        GValue content = default;
        VipsNative.InitValue(&content, VipsNative.ImageType());
        fixed (byte* name = property)
            VipsNative.GetProperty(_operation, name, &content);
        var image = VipsNative.DuplicateObject(&content);
        VipsNative.UnsetValue(&content);
        return new VipsImage(image);
    }

    /// <summary>Copies memory that the operation made.</summary>
    public byte[] Bytes(ReadOnlySpan<byte> property)
    {
        GValue content = default;
        VipsNative.InitValue(&content, VipsNative.BlobType());
        fixed (byte* name = property)
            VipsNative.GetProperty(_operation, name, &content);
        var data = VipsNative.BlobData(VipsNative.GetBoxed(&content), out var length);
        var bytes = new ReadOnlySpan<byte>((void*)data, (int)length).ToArray();
        VipsNative.UnsetValue(&content);
        return bytes;
    }

    public void Dispose()
    {
        if (_operation == 0)
            return;
        // What a failed build already made is only let go by this.
        VipsNative.UnrefOutputs(_operation);
        VipsNative.Unref(_operation);
        _operation = 0;
    }

    private VipsOperation Apply(ReadOnlySpan<byte> property, GValue* content)
    {
        fixed (byte* name = property)
            VipsNative.SetProperty(_operation, name, content);
        VipsNative.UnsetValue(content);
        return this;
    }
}
