#include "cli/input_stream.h"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <ios>

namespace crosscheck {

namespace {
constexpr size_t kBufferBytes = size_t{1} << 16;
}

InputStream::InputStream(int descriptor, const Interrupt* interrupt)
    : descriptor_(descriptor), interrupt_(interrupt), buffer_(kBufferBytes) {}

bool InputStream::WaitForBytes() const {
  if (interrupt_ == nullptr || interrupt_->wake < 0) return true;
  pollfd both[] = {{descriptor_, POLLIN, 0}, {interrupt_->wake, POLLIN, 0}};
  while (poll(both, 2, -1) < 0) {
    if (errno != EINTR) return true;  // then read() says what is wrong
  }
  return both[1].revents == 0;
}

InputStream::int_type InputStream::underflow() {
  while (WaitForBytes() && !Asked(interrupt_)) {
    const ssize_t got = read(descriptor_, buffer_.data(), buffer_.size());
    if (got > 0) {
      setg(buffer_.data(), buffer_.data(), buffer_.data() + got);
      return traits_type::to_int_type(buffer_[0]);
    }
    if (got == 0) break;
    if (errno == EINTR) continue;
    throw std::ios_base::failure("read");  // the stream that reads from here catches it: its badbit
  }
  return traits_type::eof();
}

}  // namespace crosscheck
