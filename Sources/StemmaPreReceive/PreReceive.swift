import Glibc
import PushHook

/// The hook that git starts for every push; ``PushHookClient`` tells what it does.
@main
enum PreReceive {
    static func main() { exit(PushHookClient.run()) }
}
