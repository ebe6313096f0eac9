// Overrides how Emscripten tells a thread of a message.
//
// Its own way waits with Atomics.waitAsync at the thread's control block and never takes that back: when the
// thread has ended and the allocator gives its block to somebody else, the waiter that was left there swallows
// wake-ups meant for a lock or a condition of ours, whose waiter then sleeps for ever (its issue 27492). So only
// the main thread waits that way, which never ends. The others are told by messages, which is what Emscripten
// itself does wherever Atomics.waitAsync is missing.
addToLibrary({
  _emscripten_thread_mailbox_await__deps: ['$checkMailbox'],
  _emscripten_thread_mailbox_await: (thread) => {
    if (ENVIRONMENT_IS_PTHREAD || typeof Atomics.waitAsync !== 'function') return;
    Atomics.waitAsync(HEAP32, {{{ getHeapOffset('thread', 'i32') }}}, thread).value.then(checkMailbox);
    Atomics.store(HEAP32, {{{ getHeapOffset('thread + ' + C_STRUCTS.pthread.waiting_async, 'i32') }}}, 1);
  },
});
