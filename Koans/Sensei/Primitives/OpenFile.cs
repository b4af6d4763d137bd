using Sensei.Records;
using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// A file that a run has opened. Opening it, every time something reaches or leaves it, and closing it are steps; what is
/// kept in memory until then is nobody else's business. Its end is looked for when it is opened, and never again: two who
/// append find the same. That is what .NET does. Only who may open it meanwhile differs between systems; so that a verdict
/// does not, it is what Unix has: all may, unless one of them asks for it alone.
/// </summary>
internal sealed class OpenFile : FileStream
{
    /// <summary>What a run has written in all is bounded: nobody needs more to go wrong.</summary>
    private const long MostBytes = 64 << 20;

    private readonly DiskFile _file;
    private readonly bool _alone;
    private readonly int _room;
    private readonly MemoryStream _pending = new();
    private bool _isClosed;

    private OpenFile(DiskFile file, FileMode mode, FileAccess access, bool alone, int bufferSize)
        : base(file.Real, mode, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0)
    {
        _file = file;
        _alone = alone;
        _room = bufferSize;
    }

    /// <inheritdoc/>
    public override string Name => _file.Whole;

    /// <inheritdoc/>
    public override long Position
    {
        get => base.Position + _pending.Length;
        set => Seek(value, SeekOrigin.Begin);
    }

    /// <inheritdoc/>
    public override long Length
    {
        get
        {
            if (Here() is not { } me)
            {
                return base.Length;
            }

            PutDown(me);
            Look(me);
            return base.Length;
        }
    }

    /// <summary>Opens a file, in one step.</summary>
    /// <exception cref="IOException">.NET's own, with the path that was asked for.</exception>
    internal static OpenFile Open(
        Strand me, string path, FileMode mode, FileAccess access, FileShare share, int bufferSize, int site)
    {
        var file = me.Run.Disk.At(path);
        var alone = share == FileShare.None;
        me.Step(new Operation(site, file.Contents, mode == FileMode.Open ? Access.Read : Access.Write)
        {
            Second = file.Sharing,
            SecondAccess = alone ? Access.Write : Access.Read,
            KeepsVersion = true,
            Ordering = Ordering.None,
        });
        me.Spinning.NoteRead(file.Contents);
        me.Spinning.NoteRead(file.Sharing);
        var isNew = !file.Exists;
        if (isNew && mode != FileMode.Open && !Directory.Exists(System.IO.Path.GetDirectoryName(file.Whole)))
        {
            throw new DirectoryNotFoundException($"Could not find a part of the path '{path}'.");
        }

        if (file.KeptFrom(alone) is { } other)
        {
            other.Strand.Spinning.Observed++;
            var who = other.Strand == me ? "it is open" : $"{Names.Of(other.Strand)} has it open";
            me.Run.Recorder?.Note(
                me, StepKind.Refused, $"cannot open {{0}}: {who}, since line {me.Run.Sites.Line(other.Site)?.Line}", file.Contents, null, site);
            throw DiskFile.IsInUse(path);
        }

        OpenFile open;
        try
        {
            open = new OpenFile(file, mode, access, alone, bufferSize);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw file.Named(error, path);
        }

        file.Disk.Opened(open);
        file.Openers.Add(new Opener(open, me, site, alone));
        file.Sharing.Version = file.Openers.Count;
        open.Began(me, mode, isNew, site);
        return open;
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        Write(buffer.AsSpan(offset, count));
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Here() is not { } me)
        {
            base.Write(buffer.ToArray(), 0, buffer.Length);
            return;
        }

        if (!CanWrite)
        {
            throw new NotSupportedException("Stream does not support writing.");
        }

        var space = _room - (int)_pending.Length;
        if (_pending.Length > 0 && buffer.Length > space)
        {
            _pending.Write(buffer[..space]);
            buffer = buffer[space..];
            PutDown(me);
        }

        _pending.Write(buffer);
        if (buffer.Length >= _room)
        {
            PutDown(me);
        }
    }

    /// <inheritdoc/>
    public override void WriteByte(byte value) => Write([value]);

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        Write(buffer.Span);
        return ValueTask.CompletedTask;
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        ValidateBufferArguments(buffer, offset, count);
        if (Here() is { } me)
        {
            PutDown(me);
            Look(me);
        }

        return base.Read(buffer, offset, count);
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        var bytes = new byte[buffer.Length];
        var count = Read(bytes, 0, bytes.Length);
        bytes.AsSpan(0, count).CopyTo(buffer);
        return count;
    }

    /// <inheritdoc/>
    public override int ReadByte()
    {
        var one = new byte[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        cancellationToken.IsCancellationRequested
            ? ValueTask.FromCanceled<int>(cancellationToken)
            : ValueTask.FromResult(Read(buffer.Span));

    /// <inheritdoc/>
    public override void Flush() => Flush(flushToDisk: false);

    /// <inheritdoc/>
    public override void Flush(bool flushToDisk)
    {
        if (Here() is { } me)
        {
            PutDown(me);
        }
    }

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled(cancellationToken);
        }

        Flush();
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin)
    {
        if (Here() is { } me)
        {
            PutDown(me);
            if (origin == SeekOrigin.End)
            {
                Look(me);
            }
        }

        return base.Seek(offset, origin);
    }

    /// <inheritdoc/>
    public override void SetLength(long value)
    {
        if (Here() is { } me)
        {
            PutDown(me);
            Change(me);
            base.SetLength(value);
            me.Run.Recorder?.Note(me, StepKind.Write, $"cuts {{0}}: {_file.Show()}", _file.Contents, _file.Show(), me.Pending.Site);
            return;
        }

        base.SetLength(value);
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>How much waits in memory: what a writer sees that is not made for several threads.</summary>
    internal long Waiting => _pending.Length;

    /// <summary>Forgets what others have put there since, as a writer does that has looked before them.</summary>
    internal void Forget(long waiting) => _pending.SetLength(Math.Min(waiting, _pending.Length));

    /// <summary>Closes it without a word, when its run is over.</summary>
    internal void Abandon()
    {
        _isClosed = true;
        base.Dispose(disposing: true);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (_isClosed || !disposing || Here() is not { } me)
        {
            return;
        }

        PutDown(me);
        _isClosed = true;
        me.Step(new Operation(me.Pending.Site, _file.Sharing, _alone ? Access.Write : Access.Read) { KeepsVersion = true, Ordering = Ordering.None });
        base.Dispose(disposing: true);
        _file.Openers.RemoveAll(opener => opener.File == this);
        _file.Sharing.Version = _file.Openers.Count;
        if (_alone)
        {
            me.Run.Recorder?.Note(me, StepKind.Release, "closes {0}", _file.Contents, null, me.Pending.Site);
        }
    }

    private void Began(Strand me, FileMode mode, bool isNew, int site)
    {
        var empties = mode == FileMode.Truncate || (mode == FileMode.Create && !isNew);
        if (isNew || empties)
        {
            _file.Contents.Version++;
            me.Run.NoteEffect(me);
        }

        if (me.Run.Recorder is { } recorder)
        {
            var seen = _file.Show();
            var (kind, text) = empties ? (StepKind.Write, "opens {0} and empties it")
                : mode == FileMode.Append ? (StepKind.Read, $"opens {{0}} at its end: {seen}")
                : (StepKind.Read, $"opens {{0}}: {seen}");
            recorder.Note(me, kind, text, _file.Contents, seen, site);
        }
    }

    /// <summary>The thread whose step it is; null outside of the run.</summary>
    private Strand? Here()
    {
        var me = Strand.Current;
        return me is null || !_isClosed ? me : throw new ObjectDisposedException(null, "Cannot access a closed file.");
    }

    /// <summary>What waits in memory goes to the file, in one step.</summary>
    private void PutDown(Strand me)
    {
        if (_pending.Length == 0)
        {
            return;
        }

        Change(me);
        var bytes = _pending.ToArray();
        _pending.SetLength(0);
        base.Write(bytes, 0, bytes.Length);
        _file.Disk.Written += bytes.Length;
        if (_file.Disk.Written > MostBytes)
        {
            me.Run.Conclude(new Inconclusive($"The code writes more and more into files: {MostBytes >> 20} MB and no end in sight.", me.Run.Sites.Line(me.Pending.Site)));
            throw new RunAbandoned();
        }

        if (me.Run.Recorder is { } recorder)
        {
            var now = _file.Show();
            recorder.Note(me, StepKind.Write, $"writes to {{0}}: {now}", _file.Contents, now, me.Pending.Site);
        }
    }

    private void Change(Strand me) =>
        me.Step(new Operation(me.Pending.Site, _file.Contents, Access.Write) { Ordering = Ordering.None });

    private void Look(Strand me)
    {
        me.Step(new Operation(me.Pending.Site, _file.Contents, Access.Read) { Ordering = Ordering.None });
        if (me.Run.Recorder is { } recorder)
        {
            var now = _file.Show();
            recorder.Note(me, StepKind.Read, $"reads {{0}}: {now}", _file.Contents, now, me.Pending.Site);
        }
    }
}
