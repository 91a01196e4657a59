#ifndef CROSSCHECK_CLI_INPUT_STREAM_H_
#define CROSSCHECK_CLI_INPUT_STREAM_H_

#include <streambuf>
#include <vector>

#include "cli/watch.h"

namespace crosscheck {

// Reads a file descriptor that another program may write to at its leisure; ends where the file does, where reading
// fails (which the stream has as bad()), and once an interrupt asks for it, even while it waits. Owns nothing.
class InputStream final : public std::streambuf {
 public:
  explicit InputStream(int descriptor, const Interrupt* interrupt = nullptr);

 protected:
  int_type underflow() override;

 private:
  bool WaitForBytes() const;  // false: an interrupt came first

  int descriptor_;
  const Interrupt* interrupt_;
  std::vector<char> buffer_;
};

}  // namespace crosscheck

#endif  // CROSSCHECK_CLI_INPUT_STREAM_H_
