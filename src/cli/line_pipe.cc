#include "cli/line_pipe.h"

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <istream>
#include <mutex>
#include <ostream>
#include <thread>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "cli/exit_code.h"
#include "cli/progress.h"

namespace crosscheck {

namespace {

constexpr size_t kLinesHeldPerThread = 4;

struct Job {
  size_t number = 0;
  std::string line;
  LineResult result;
  bool taken = false;
  bool done = false;
};

// The lines on their way, oldest first. One reader pushes, workers take, one writer pops.
class Pipe {
 public:
  explicit Pipe(size_t most) : most_(most) {}

  void Push(size_t number, std::string line) {
    std::unique_lock<std::mutex> lock(mutex_);
    room_.wait(lock, [this] { return jobs_.size() < most_; });
    jobs_.push_back({number, std::move(line), {}, false, false});
    work_.notify_one();
  }

  void Close() {
    const std::lock_guard<std::mutex> lock(mutex_);
    closed_ = true;
    work_.notify_all();
    ready_.notify_all();
  }

  // The next line that nobody works on; nullptr when there will be none.
  Job* TakeWork() {
    std::unique_lock<std::mutex> lock(mutex_);
    Job* job = nullptr;
    work_.wait(lock, [this, &job] {
      const auto open = std::find_if(jobs_.begin(), jobs_.end(), [](const Job& one) { return !one.taken; });
      job = open == jobs_.end() ? nullptr : &*open;
      return job != nullptr || closed_;
    });
    if (job != nullptr) job->taken = true;
    return job;  // stays where it is: a deque moves nothing when its ends change
  }

  void Finish(Job& job, LineResult result) {
    const std::lock_guard<std::mutex> lock(mutex_);
    job.result = std::move(result);
    job.done = true;
    ready_.notify_one();
  }

  // The result of the oldest line; false when all are written.
  bool Pop(LineResult& result, bool& more_ready) {
    std::unique_lock<std::mutex> lock(mutex_);
    ready_.wait(lock, [this] { return (!jobs_.empty() && jobs_.front().done) || (closed_ && jobs_.empty()); });
    if (jobs_.empty()) return false;
    result = std::move(jobs_.front().result);
    jobs_.pop_front();
    more_ready = !jobs_.empty() && jobs_.front().done;
    room_.notify_one();
    if (closed_ && jobs_.empty()) ready_.notify_all();
    return true;
  }

 private:
  const size_t most_;
  std::mutex mutex_;
  std::condition_variable room_, work_, ready_;
  std::deque<Job> jobs_;
  bool closed_ = false;
};

}  // namespace

int PipeLines(std::istream& in, std::ostream& out, std::ostream& err, int threads,
              const std::function<LineResult(size_t number, const std::string& line)>& work, const Watch& watch,
              size_t bytes) {
  // std::cin flushes the stream it is tied to, std::cout, at each read: here that is another thread's.
  in.tie(nullptr);
  const size_t workers = static_cast<size_t>(std::max(threads, 1));
  Pipe pipe(workers * kLinesHeldPerThread);
  std::vector<std::jthread> crew;
  for (size_t i = 0; i < workers; ++i) {
    crew.emplace_back([&pipe, &work] {
      while (Job* job = pipe.TakeWork()) pipe.Finish(*job, work(job->number, job->line));
    });
  }
  int exit_code = kExitClean;
  Progress* const progress = watch.progress;
  if (progress != nullptr) progress->Begin("checking", "line", 0);
  std::jthread writer([&pipe, &out, &err, &exit_code, progress] {
    LineResult result;
    bool more_ready = false;
    while (pipe.Pop(result, more_ready)) {
      exit_code = Gravest(exit_code, result.exit_code);
      out.write(result.text.data(), static_cast<std::streamsize>(result.text.size()));
      if (!more_ready) out.flush();
      if (progress != nullptr) {
        progress->Step();
        if (!result.complaint.empty()) progress->Say(result.complaint);
      } else {
        err << result.complaint;
      }
    }
  });
  std::string line;
  size_t got = 0;
  for (size_t number = 1; std::getline(in, line) && !Asked(watch.interrupt); ++number) {
    got += line.size() + 1;
    if (progress != nullptr && bytes > 0) {
      progress->SetShare(std::min(1.0, static_cast<double>(got) / static_cast<double>(bytes)));
    }
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (!absl::StripAsciiWhitespace(line).empty()) pipe.Push(number, std::move(line));
    line.clear();
  }
  pipe.Close();
  crew.clear();
  writer.join();
  if (progress != nullptr) progress->End();
  return in.bad() ? Gravest(exit_code, kExitUnread) : exit_code;
}

}  // namespace crosscheck
