/// How much work one password hash is.
package struct PasswordCost: Hashable, Sendable {
    /// Passes over the memory.
    package let operations: Int
    /// The memory, in bytes.
    package let memory: Int

    /// A cost; libsodium asks for one pass and 8 KiB at the least.
    package init(operations: Int, memory: Int) {
        self.operations = max(1, operations)
        self.memory = max(8192, memory)
    }

    /// The product's: 19 MiB, twice (OWASP Password Storage, 2023), some 30 ms of one core.
    package static let product = PasswordCost(operations: 2, memory: 19 << 20)
}
