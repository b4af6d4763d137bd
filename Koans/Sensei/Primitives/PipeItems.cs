using Sensei.Running;

namespace Sensei.Primitives;

/// <summary>
/// All that comes out of a channel until it is closed. Like .NET's own: it takes what is there, and waits when there is
/// nothing; another reader may be faster in between.
/// </summary>
internal sealed class PipeItems<T>(Pipe<T> pipe, CancellationToken token, int site) : IAsyncEnumerable<T>
{
    public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken cancellationToken = default)
    {
        var both = !token.CanBeCanceled || token == cancellationToken ? cancellationToken
            : !cancellationToken.CanBeCanceled ? token
            : CancellationSources.CreateLinkedTokenSource(token, cancellationToken, site).Token;
        return new Enumerator(pipe, both, site);
    }

    private sealed class Enumerator(Pipe<T> pipe, CancellationToken token, int site) : IAsyncEnumerator<T>
    {
        private bool _hasBegun;
        private T? _current;

        public T Current => _current!;

        public ValueTask DisposeAsync() => default;

        public ValueTask<bool> MoveNextAsync()
        {
            var me = Strand.Current!;
            // a cancelled one does not begin, but takes all that is there once it has begun
            if (!_hasBegun && pipe.IsCancelled(me, token, site))
            {
                return ValueTask.FromCanceled<bool>(token);
            }

            _hasBegun = true;
            if (Go(me) is not { IsCompleted: false } waiting)
            {
                return Answer;
            }

            var source = new TaskCompletionSource<bool>();
            Later(me, waiting, source);
            return new ValueTask<bool>(source.Task);
        }

        /// <summary>What there is to say when nothing has to be waited for.</summary>
        private ValueTask<bool> Answer { get; set; }

        /// <summary>Goes on until there is an answer, or something to wait for.</summary>
        private Task<bool>? Go(Strand me)
        {
            while (true)
            {
                if (pipe.TakeOrWait(me, token, out _current, site) is not { } waiting)
                {
                    Answer = ValueTask.FromResult(true);
                    return null;
                }

                if (!waiting.IsCompletedSuccessfully || !waiting.Result)
                {
                    Answer = waiting;
                    return waiting.AsTask();
                }
            }
        }

        /// <summary>Goes on when what is waited for has come, on a thread of the pool.</summary>
        private void Later(Strand me, Task<bool> waiting, TaskCompletionSource<bool> source) =>
            TaskState.Of(me.Run, waiting).Then(me, strand => Jobs.Start(strand, () => GoOn(waiting, source), null, site));

        private void GoOn(Task<bool> waited, TaskCompletionSource<bool> source)
        {
            var me = Strand.Current!;
            if (waited is { IsCompletedSuccessfully: true, Result: true })
            {
                if (Go(me) is { IsCompleted: false } waiting)
                {
                    Later(me, waiting, source);
                    return;
                }

                waited = Answer.AsTask();
            }

            TaskState.Of(me.Run, source.Task).Complete(me, () => source.SetFromTask(waited), site);
        }
    }
}
