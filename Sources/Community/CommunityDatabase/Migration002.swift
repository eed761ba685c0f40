/// What a person wishes for: whether they stand in rankings.
enum Migration002 {
    static let statements = """
        -- is_ranked is 0 where the person asked to be left out of lists by how much people wrote.
        ALTER TABLE account ADD COLUMN is_ranked INTEGER NOT NULL DEFAULT 1;
        CREATE INDEX account_unranked ON account(id) WHERE NOT is_ranked;
        """
}
