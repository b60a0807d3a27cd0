//! What Leptos uses of send_wrapper. Threads are told apart wherever the target has them.

#[cfg_attr(all(target_family = "wasm", not(target_feature = "atomics")), path = "without_threads.rs")]
#[cfg_attr(not(all(target_family = "wasm", not(target_feature = "atomics"))), path = "with_threads.rs")]
mod home;

use std::fmt::{Debug, Formatter, Result};
use std::ops::{Deref, DerefMut};
use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use home::Home;

/// A value that may be taken to other threads, but used and dropped only where it was wrapped.
pub struct SendWrapper<T> {
    // Dropped in this order: a value must not be dropped before its thread was checked.
    home: Home,
    data: T,
}

// SAFETY: each way to the value, its end included, checks with `home` that it is on the value's own thread.
unsafe impl<T> Send for SendWrapper<T> {}
// SAFETY: as above.
unsafe impl<T> Sync for SendWrapper<T> {}

impl<T> SendWrapper<T> {
    /// Wraps a value of this thread.
    pub fn new(data: T) -> Self {
        Self { home: Home::here(), data }
    }

    /// Whether this is the value's own thread.
    pub fn valid(&self) -> bool {
        self.home.is_here()
    }

    /// The value itself.
    pub fn take(self) -> T {
        self.home.check();
        self.data
    }

    fn pinned(self: Pin<&mut Self>) -> Pin<&mut T> {
        self.home.check();
        // SAFETY: a value is pinned with its wrapper, since nothing here moves it out of a pinned one.
        unsafe { self.map_unchecked_mut(|this| &mut this.data) }
    }
}

impl<T> Deref for SendWrapper<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.home.check();
        &self.data
    }
}

impl<T> DerefMut for SendWrapper<T> {
    fn deref_mut(&mut self) -> &mut T {
        self.home.check();
        &mut self.data
    }
}

impl<F: Future> Future for SendWrapper<F> {
    type Output = F::Output;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<F::Output> {
        self.pinned().poll(context)
    }
}

impl<S: Stream> Stream for SendWrapper<S> {
    type Item = S::Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<S::Item>> {
        self.pinned().poll_next(context)
    }
}

impl<T: Clone> Clone for SendWrapper<T> {
    fn clone(&self) -> Self {
        Self::new(self.deref().clone())
    }
}

impl<T: Debug> Debug for SendWrapper<T> {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> Result {
        self.deref().fmt(formatter)
    }
}
