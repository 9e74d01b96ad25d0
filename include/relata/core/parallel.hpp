// One ordered work queue: the only way in which relata uses threads.
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace relata {

/// The cores that this process may really use: those of its affinity mask, and no more than the
/// CPU quota of its cgroup (v2 `cpu.max`, v1 `cpu.cfs_quota_us`; rounded up). At least 1.
std::size_t available_threads();

namespace detail {

/// Threads that are joined when they go out of scope (std::jthread, which libc++ 14 lacks).
class JoiningThreads {
 public:
  JoiningThreads() = default;
  JoiningThreads(const JoiningThreads&) = delete;
  JoiningThreads& operator=(const JoiningThreads&) = delete;
  ~JoiningThreads() {
    for (std::thread& thread : threads_) thread.join();
  }

  template <class Function>
  void start(Function function) {
    threads_.emplace_back(std::move(function));
  }

 private:
  std::vector<std::thread> threads_;
};

/// The queue between the producer, the workers and the consumer. Tickets number the items from 0
/// in the order in which they were produced.
template <class Item, class Result>
class OrderedQueue {
 public:
  explicit OrderedQueue(std::size_t look_ahead) : look_ahead_(look_ahead) {}

  /// Takes items from `produce`, one thread at a time, and works on them until there are no more.
  template <class Produce, class Work>
  void run_worker(std::size_t worker, Produce& produce, Work& work) {
    while (true) {
      std::optional<Item> item;
      std::size_t ticket = 0;
      {
        const std::lock_guard producing(produce_mutex_);
        if (!wait_for_room()) return;
        try {
          item = produce();
        } catch (...) {
          end_input(std::current_exception());
          return;
        }
        if (!item) {
          end_input(nullptr);
          return;
        }
        ticket = take_ticket();
      }
      Slot slot;
      try {
        slot.result.emplace(work(worker, std::move(*item)));
      } catch (...) {
        slot.error = std::current_exception();
      }
      put(ticket, std::move(slot));
    }
  }

  /// The next result in the order of the input; nothing once all are out. Rethrows what `work` or
  /// `produce` threw, at its place in that order.
  std::optional<Result> next() {
    std::unique_lock lock(mutex_);
    changed_.wait(
        lock, [&] { return (!slots_.empty() && slots_.front()) || (ended_ && slots_.empty()); });
    if (slots_.empty()) {
      if (input_error_) std::rethrow_exception(input_error_);
      return std::nullopt;
    }
    Slot slot = std::move(*slots_.front());
    slots_.pop_front();
    ++first_ticket_;
    lock.unlock();
    changed_.notify_all();
    if (slot.error) std::rethrow_exception(slot.error);
    return std::move(slot.result);
  }

  /// Lets all workers return after the item they are on.
  void stop() {
    {
      const std::lock_guard lock(mutex_);
      stopped_ = true;
    }
    changed_.notify_all();
  }

 private:
  struct Slot {
    std::optional<Result> result;
    std::exception_ptr error;
  };

  bool wait_for_room() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || ended_ || slots_.size() < look_ahead_; });
    return !stopped_ && !ended_;
  }

  std::size_t take_ticket() {
    const std::lock_guard lock(mutex_);
    slots_.emplace_back();
    return first_ticket_ + slots_.size() - 1;
  }

  void put(std::size_t ticket, Slot slot) {
    {
      const std::lock_guard lock(mutex_);
      slots_[ticket - first_ticket_] = std::move(slot);
    }
    changed_.notify_all();
  }

  void end_input(std::exception_ptr error) {
    {
      const std::lock_guard lock(mutex_);
      ended_ = true;
      input_error_ = std::move(error);
    }
    changed_.notify_all();
  }

  const std::size_t look_ahead_;
  std::mutex produce_mutex_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::optional<Slot>> slots_;  ///< of the items in work or done; front is the next out
  std::size_t first_ticket_ = 0;           ///< of slots_.front()
  bool ended_ = false;
  bool stopped_ = false;
  std::exception_ptr input_error_;
};

}  // namespace detail

/// Sends every item of `produce` through `work` on `threads` threads and hands the results to
/// `consume` strictly in the order of the input, so that nothing downstream can see how many
/// threads there were.
///
/// - `std::optional<Item> produce()`: the next item, nothing at the end. Called by one thread at a
///   time, not always the same.
/// - `Result work(std::size_t worker, Item&& item)`: `worker` < threads, for scratch memory of its
///   own; called concurrently.
/// - `void consume(Result&& result)`: called on the calling thread.
///
/// At most 2 · threads + 2 items are in work or waiting for their turn, which bounds the memory.
/// An exception of `produce` or `work` is rethrown when all results before it are consumed; one of
/// `consume` at once. In each case the workers have ended before this function returns.
template <class Produce, class Work, class Consume>
void run_ordered(std::size_t threads, Produce&& produce, Work&& work, Consume&& consume) {
  using Item = typename std::invoke_result_t<Produce&>::value_type;
  using Result = std::invoke_result_t<Work&, std::size_t, Item&&>;
  if (threads <= 1) {
    while (std::optional<Item> item = produce()) consume(work(std::size_t{0}, std::move(*item)));
    return;
  }
  detail::OrderedQueue<Item, Result> queue(2 * threads + 2);
  detail::JoiningThreads workers;
  // Declared after the workers, so it stops the queue before they are joined.
  struct Stopper {
    detail::OrderedQueue<Item, Result>& queue;
    ~Stopper() { queue.stop(); }
  };
  const Stopper stopper{queue};
  for (std::size_t worker = 0; worker < threads; ++worker) {
    workers.start([&, worker] { queue.run_worker(worker, produce, work); });
  }
  while (std::optional<Result> result = queue.next()) consume(std::move(*result));
}

}  // namespace relata
